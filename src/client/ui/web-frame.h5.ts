import './web-frame.scss';
